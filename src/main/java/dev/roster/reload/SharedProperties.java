package dev.roster.reload;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** What placeholders in routes stand for, as the running context knows it. */
record SharedProperties(CamelContext owner) implements PropertiesSource {

    @Override
    public String getName() {
        return "running";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return owner.getPropertiesComponent().resolveProperty(name).orElse(null);
    }
}
