package dev.roster.reload;

import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads route files into a context from their texts, in the order in which Camel loads them at a start. */
final class RouteLoading {

    private final CamelContext camel;

    RouteLoading(CamelContext camel) {
        this.camel = camel;
    }

    /** @param address the file's, as it stood at the start; it shows in logs and over JMX */
    Collection<RoutesBuilder> read(String address, String text) throws Exception {
        Resource file = ResourceHelper.fromString(address, text);
        return PluginHelper.getRoutesLoader(camel).findRoutesBuilders(List.of(file));
    }

    void add(Collection<RoutesBuilder> files) throws Exception {
        for (RoutesBuilder file : files) {
            if (file instanceof RouteConfigurationsBuilder configurations) {
                camel.addRoutesConfigurations(configurations);
            }
        }
        for (RoutesBuilder file : files) {
            camel.addRoutes(file);
        }
        for (RoutesBuilder file : files) {
            camel.addTemplatedRoutes(file);
        }
    }
}
