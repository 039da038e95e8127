package dev.roster.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Stage;
import dev.roster.routes.RouteTexts;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One look after the other, without a clock. */
@ExtendWith(OutputCaptureExtension.class)
class RouteEditsTest {

    private static final Stage STAGE = Stage.empty().withProperty("camel.main.jmx-enabled", "true");

    private final RouteEdits edits = STAGE.app().getBean(RouteEdits.class);
    private final RouteTexts loaded = STAGE.app().getBean(RouteTexts.class);
    private final CamelContext camel = STAGE.app().getBean(CamelContext.class);

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private Look with(String text) {
        Map<String, String> texts = new TreeMap<>(loaded.loaded());
        texts.put("own.camel.yaml", text);
        return Look.of(texts);
    }

    private static String own(String text) {
        return """
                - route:
                    id: own
                    description: An operator's own.
                    from:
                      uri: direct:own
                      steps:
                        - log:
                            id: own-log
                            message: "%s"
                """.formatted(text);
    }

    @Test
    void nothingHappensWithoutAChange(CapturedOutput output) {
        List<Route> before = List.copyOf(camel.getRoutes());
        for (int i = 0; i < 3; i++) {
            edits.see(Look.of(loaded.loaded()));
        }
        assertThat(camel.getRoutes()).isEqualTo(before);
        assertThat(output).doesNotContain("RouteEdits");
    }

    @Test
    void aFileThatIsStillBeingSavedIsLeftAlone(CapturedOutput output) {
        edits.see(with("- route:\n    id: ow"));
        edits.see(with(own("first")));
        edits.see(with(own("second")));
        assertThat(output).doesNotContain("RouteEdits");

        edits.see(with(own("second")));
        edits.see(with(own("second")));
        assertThat(output.getAll().split("is taken: ", -1)).hasSize(2);
        assertThat(loaded.loaded()).containsEntry("own.camel.yaml", own("second"));
    }

    @Test
    void aFaultIsSaidOnce(CapturedOutput output) {
        Look faulty = with("- route:\n    id: ow");
        for (int i = 0; i < 4; i++) {
            edits.see(faulty);
        }
        assertThat(output.getAll().split("is not taken", -1)).hasSize(2);
    }

    @Test
    void aCommentIsTakenAndNoRouteIsAnother(CapturedOutput output) {
        Map<String, String> texts = new TreeMap<>(loaded.loaded());
        texts.merge("plan.camel.yaml", "# A note.\n", (text, note) -> note + text);
        Route before = camel.getRoute("plan");

        edits.see(Look.of(texts));
        edits.see(Look.of(texts));

        assertThat(output).contains("the edit of plan.camel.yaml is taken: no route is another");
        assertThat(camel.getRoute("plan")).isSameAs(before);
        assertThat(loaded.loaded()).isEqualTo(texts);
    }

    @Test
    void jmxShowsTheRoutesThatRun() throws JMException {
        take(own("watched"));
        assertThat(mbeans("routes", "own")).hasSize(1);
        assertThat(mbeans("processors", "own-log")).hasSize(1);

        take(own("watched").replace("id: own\n", "id: own-other\n"));
        assertThat(mbeans("routes", "own")).isEmpty();
        assertThat(mbeans("routes", "own-other")).hasSize(1);
        assertThat(mbeans("processors", "own-log")).hasSize(1);
    }

    private void take(String text) {
        edits.see(with(text));
        edits.see(with(text));
        assertThat(loaded.loaded()).containsEntry("own.camel.yaml", text);
    }

    private Set<ObjectName> mbeans(String type, String name) throws JMException {
        String pattern = "org.apache.camel:context=%s,type=%s,name=\"%s\"";
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName(pattern.formatted(camel.getManagementName(), type, name)), null);
    }
}
