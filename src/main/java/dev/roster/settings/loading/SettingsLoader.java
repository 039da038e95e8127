package dev.roster.settings.loading;

import dev.roster.settings.InvalidSettings;
import dev.roster.settings.Settings;
import java.util.Collection;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes settings of what Spring's environment has under {@code roster}. */
public final class SettingsLoader {
    private final Collection<ProductTraits> products;

    /** A loader that knows the products that Roster brings. */
    public SettingsLoader() {
        this(ProductTraits.BUILT_IN);
    }

    public SettingsLoader(Collection<ProductTraits> products) {
        this.products = List.copyOf(products);
    }

    /**
     * The settings, with defaults filled in; without a connection they are empty, which is no fault.
     *
     * @throws InvalidSettings with every fault there is, none of which has a secret in it
     */
    public Settings load(ConfigurableEnvironment environment) {
        Faults faults = new Faults();
        Entries entries = Assembler.assemble(Gatherer.gather(environment, faults), faults);
        Section root = Section.root(new Reading(entries, new Placeholders(environment), faults));
        String administrator = environment.getProperty("spring.security.user.name", "user");
        Settings settings = new SettingsReader(products, administrator).read(root);
        faults.throwIfAny();
        return settings;
    }
}
