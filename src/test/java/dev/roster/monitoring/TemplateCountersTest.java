package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

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
        return elements(xml, "routeStat").stream()
                .filter(stat -> stat.getAttribute("id").equals(route))
                .flatMap(stat -> children(stat, "processorStat").stream())
                .collect(
                        Collectors.toMap(step -> step.getAttribute("id"), step -> step.getAttribute("exchangesTotal")));
    }

    private static List<String> drawn(DefaultCamelContext camel, String route) throws Exception {
        String xml = (String) SERVER.invoke(name(camel, "routes", route), "dumpRouteAsXml", null, null);
        List<String> ids = new ArrayList<>();
        for (String step : List.of("setVariable", "setBody")) {
            elements(xml, step).forEach(element -> ids.add(element.getAttribute("id")));
        }
        return ids;
    }

    private static ObjectName name(DefaultCamelContext camel, String type, String name) throws Exception {
        return new ObjectName("org.apache.camel:context=" + camel.getManagementName() + ",type=" + type + ",name="
                + ObjectName.quote(name));
    }

    private static List<Element> elements(String xml, String tag) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        return children(root, tag);
    }

    private static List<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
