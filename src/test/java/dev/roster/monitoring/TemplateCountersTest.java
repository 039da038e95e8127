package dev.roster.monitoring;

import static dev.roster.monitoring.RouteCountersTest.list;
import static dev.roster.monitoring.RouteCountersTest.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Hawtio draws a route from its XML, and looks up the counters by the ids there. */
class TemplateCountersTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @Test
    void theStepsOfEveryInstanceOfATemplateAreCountedUnderTheIdsThatAreDrawn() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    routeTemplate("look")
                            .templateParameter("target")
                            .from("direct:look-{{target}}")
                            .setVariable("target", constant("{{target}}"))
                            .setBody(constant("seen"));
                }
            });
            camel.start();
            for (String target : List.of("jira", "confluence")) {
                TemplatedRouteBuilder.builder(camel, "look")
                        .routeId("look-" + target)
                        .prefixId("instance-" + target + "-")
                        .parameter("target", target)
                        .add();
            }
            camel.createProducerTemplate().sendBody("direct:look-jira", "go");

            assertThat(counted(camel, "look-jira"))
                    .hasSize(2)
                    .containsOnlyKeys(drawn(camel, "look-jira"))
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo("1"));
            assertThat(counted(camel, "look-confluence"))
                    .containsOnlyKeys(drawn(camel, "look-confluence"))
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo("0"));
        }
    }

    private static Map<String, String> counted(DefaultCamelContext camel, String route) throws Exception {
        String xml = new RouteCounters(SERVER, name(camel, "context", camel.getName())).xml();
        return list("routeStat", root(xml)).stream()
                .filter(stat -> stat.getAttribute("id").equals(route))
                .flatMap(stat -> list("processorStat", stat).stream())
                .collect(
                        Collectors.toMap(step -> step.getAttribute("id"), step -> step.getAttribute("exchangesTotal")));
    }

    private static List<String> drawn(DefaultCamelContext camel, String route) throws Exception {
        String xml = (String) SERVER.invoke(name(camel, "routes", route), "dumpRouteAsXml", null, null);
        List<String> ids = new ArrayList<>();
        for (String step : List.of("setVariable", "setBody")) {
            list(step, root(xml)).forEach(element -> ids.add(element.getAttribute("id")));
        }
        return ids;
    }

    private static ObjectName name(DefaultCamelContext camel, String type, String name) throws Exception {
        return new ObjectName("org.apache.camel:context=" + camel.getManagementName() + ",type=" + type + ",name="
                + ObjectName.quote(name));
    }
}
