package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.DemoTenant;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import org.junit.jupiter.api.Test;

class DemoTenantSyncTest {

    @Test
    void allThreeProductsEqualTheSelectionAndASecondRunWritesNothing() {
        SimulatedTenant tenant = DemoTenant.create();
        try (Stage stage = Stage.on(Landscape.start(tenant))
                .with("groups.include", "(jira|confluence|team)-.*")
                .with("groups.existing", "join")
                .with("groups.kinds", "security,microsoft-365")) {
            RunRow first = stage.sync();
            assertThat(first.state()).isEqualTo(RunState.COMPLETED);
            for (SimulatedProduct product : stage.landscape().products()) {
                product.directory().forgetChanges();
            }
            RunRow second = stage.sync();
            for (SimulatedProduct product : stage.landscape().products()) {
                assertThat(product.directory().changes()).isEmpty();
            }
        }
    }
}
