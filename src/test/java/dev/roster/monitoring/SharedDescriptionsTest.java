package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.ConsoleTest;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What MBeans of routes and steps say of themselves, and what each tells. */
@ConsoleTest
class SharedDescriptionsTest {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @Autowired
    CamelContext camel;

    @SuppressWarnings("NullAway.Init")
    private String domain;

    @BeforeEach
    void find(@LocalServerPort int port) {
        domain = new JolokiaCaller(port, camel).context().replaceAll(",type=.*", "");
    }

    @Test
    void thoseOfOneKindAreDescribedOnce() throws Exception {
        Map<String, Set<List<Integer>>> described = new TreeMap<>();
        for (ObjectName mbean : mbeans("*")) {
            MBeanInfo info = SERVER.getMBeanInfo(mbean);
            described
                    .computeIfAbsent(info.getClassName(), kind -> new HashSet<>())
                    .add(features(info).map(System::identityHashCode).toList());
        }
        assertThat(described)
                .isNotEmpty()
                .allSatisfy((kind, different) -> assertThat(different).hasSize(1));
    }

    @Test
    void eachStillSpeaksOfItself() throws Exception {
        assertThat(mbeans("routes"))
                .hasSizeGreaterThan(1)
                .allSatisfy(route -> assertThat(own(route, "RouteId")).isEqualTo(route.getKeyProperty("name")));
        assertThat(mbeans("processors"))
                .hasSizeGreaterThan(1)
                .allSatisfy(step -> assertThat(own(step, "ProcessorId")).isEqualTo(step.getKeyProperty("name")));
    }

    private Set<ObjectName> mbeans(String type) throws Exception {
        return SERVER.queryNames(new ObjectName(domain + ",type=" + type + ",*"), null);
    }

    private static String own(ObjectName mbean, String attribute) throws Exception {
        return ObjectName.quote(String.valueOf(SERVER.getAttribute(mbean, attribute)));
    }

    private static Stream<MBeanFeatureInfo> features(MBeanInfo info) {
        return Stream.concat(Stream.of(info.getOperations()), Stream.of(info.getAttributes()));
    }
}
