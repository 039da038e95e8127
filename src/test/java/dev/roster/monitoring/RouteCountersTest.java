package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.ConsoleTest;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;

/** The counters beside those that Camel itself gives out. */
@ConsoleTest
class RouteCountersTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @Autowired
    CamelContext camel;

    @Autowired
    ProducerTemplate producer;

    @Autowired
    ConsumerTemplate consumer;

    @SuppressWarnings("NullAway.Init")
    private JolokiaCaller jolokia;

    @BeforeEach
    void call(@LocalServerPort int port) {
        jolokia = new JolokiaCaller(port, camel);
    }

    @Test
    void aViewerSeesWhatCamelCounts() throws Exception {
        producer.sendBody("direct:sync", "acme");
        consumer.receiveBody("seda:started", 5000);
        String camels = (String) SERVER.invoke(
                new ObjectName(jolokia.context()), "dumpRoutesStatsAsXml", new Object[] {true, true}, new String[] {
                    "boolean", "boolean"
                });

        String ours = jolokia.exec("viewer", jolokia.context(), "dumpRoutesStatsAsXml", true, true)
                .value()
                .asString();

        compare("routeStat", ours, camels);
        compare("processorStat", ours, camels);
        assertThat(elements("routeStat", ours).get("sync").get("exchangesTotal"))
                .isNotNull()
                .isNotEqualTo("0");
    }

    /** The same elements; each attribute is one of Camel's. What the heartbeat counts may differ by now. */
    private static void compare(String element, String ours, String camels) throws Exception {
        Map<String, Map<String, String>> expected = elements(element, camels);
        Map<String, Map<String, String>> actual = elements(element, ours);
        assertThat(actual.keySet()).isNotEmpty().isEqualTo(expected.keySet());
        for (String id : actual.keySet()) {
            assertThat(expected.get(id).keySet())
                    .as(id)
                    .containsAll(actual.get(id).keySet());
            for (String same : List.of("state", "sourceLocation", "index", "disabled", "exchangesFailed")) {
                if (actual.get(id).containsKey(same)) {
                    assertThat(actual.get(id).get(same))
                            .as(id + " " + same)
                            .isEqualTo(expected.get(id).get(same));
                }
            }
        }
    }

    @Test
    void stepsStandInTheirRouteAndInTheirOrder() throws Exception {
        String ours = jolokia.exec("viewer", jolokia.context(), "dumpRoutesStatsAsXml", true, true)
                .value()
                .asString();

        for (Element route : list("routeStat", ours)) {
            List<Integer> order = new ArrayList<>();
            var steps = route.getElementsByTagName("processorStat");
            for (int i = 0; i < steps.getLength(); i++) {
                order.add(Integer.valueOf(((Element) steps.item(i)).getAttribute("index")));
            }
            assertThat(order).as(route.getAttribute("id")).isNotEmpty().isSorted();
        }
    }

    @Test
    void nobodyReachesAnythingElseThisWay() {
        assertThat(jolokia.exec("viewer", "java.lang:type=Memory", "dumpRoutesStatsAsXml", true, true)
                        .status())
                .isEqualTo(403);
        assertThat(jolokia.exec("viewer", jolokia.route("sync"), "dumpRoutesStatsAsXml", true, true)
                        .status())
                .isEqualTo(403);
        assertThat(jolokia.exec("viewer", "org.apache.camel:type=context,*", "dumpRoutesStatsAsXml", true, true)
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, Map<String, String>> elements(String name, String xml) throws Exception {
        Map<String, Map<String, String>> found = new HashMap<>();
        for (Element element : list(name, xml)) {
            Map<String, String> attributes = new HashMap<>();
            NamedNodeMap all = element.getAttributes();
            for (int i = 0; i < all.getLength(); i++) {
                attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
            }
            found.put(element.getAttribute("id"), attributes);
        }
        return found;
    }

    private static List<Element> list(String name, String xml) throws Exception {
        return list(name, root(xml));
    }

    static Element root(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    /** All elements of this name below another, in order. */
    static List<Element> list(String name, Element within) {
        var nodes = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
