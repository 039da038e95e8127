package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.DemoTenant;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.Operations;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import org.junit.jupiter.api.Test;

class DemoTenantSyncTest {

    @Test
    void allThreeProductsEqualTheSelectionAndASecondRunWritesNothing() {
        SimulatedTenant tenant = DemoTenant.create();
        try (Stage stage = Stage.on(Landscape.start(tenant))
                .with("groups.include", "(jira|confluence|team)-.*")
                .with("groups.kinds", "security,microsoft-365")) {
            RunRow first = stage.sync();
            System.err.println(first);
            System.err.println(stage.app().getBean(Operations.class).counts(first.id()));
            assertThat(first.state()).isEqualTo(RunState.COMPLETED);
            for (SimulatedProduct product : stage.landscape().products()) {
                System.err.println(product.url() + " " + product.directory().accountCount() + " " + product.directory().groups() + " " + product.directory().membershipCount());
                product.directory().forgetChanges();
            }
            RunRow second = stage.sync();
            System.err.println(second);
            for (SimulatedProduct product : stage.landscape().products()) {
                assertThat(product.directory().changes()).isEmpty();
            }
        }
    }
}
