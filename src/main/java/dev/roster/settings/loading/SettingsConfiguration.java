package dev.roster.settings.loading;

import dev.roster.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the settings a bean; faults in them stop the start. */
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {

    /** The settings, for the products that Roster brings and those that beans make known. */
    @Bean
    Settings settings(ConfigurableEnvironment environment, ObjectProvider<ProductTraits> further) {
        List<ProductTraits> products = new ArrayList<>(ProductTraits.BUILT_IN);
        further.orderedStream().forEach(products::add);
        return new SettingsLoader(products).load(environment);
    }
}
