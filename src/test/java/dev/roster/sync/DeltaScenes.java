package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scenes in which changes are read, each with six people; and what Graph was asked in them. */
final class DeltaScenes implements AutoCloseable {

    private final Stage stage = Stage.empty();
    private final Map<String, SimulatedTenant> tenants = new LinkedHashMap<>();

    void withJira(String... names) {
        Stream.of(names).forEach(name -> add(name).without("confluence").without("bitbucket"));
    }

    Scene add(String name) {
        SimulatedTenant tenant = Cast.six();
        tenants.put(name, tenant);
        return stage.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
    }

    Stage stage() {
        return stage;
    }

    Scene scene(String name) {
        return stage.scene(name);
    }

    /** One whose first round is through. */
    Scene synced(String name) {
        Scene scene = scene(name);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        scene.forgetChanges();
        return scene;
    }

    SimulatedTenant tenant(String name) {
        return Kept.in(tenants, name);
    }

    JdbcClient jdbc() {
        return stage.app().getBean(JdbcClient.class);
    }

    /** What Graph was asked since then, as path and query. */
    static List<String> asked(Scene scene, int since) {
        return scene.graph().server().exchanges().stream()
                .skip(since)
                .map(exchange -> exchange.request())
                .filter(request -> request.method().equals("GET"))
                .map(request -> request.rawPath() + "?" + request.rawQuery())
                .toList();
    }

    static int askedSoFar(Scene scene) {
        return scene.graph().server().exchanges().size();
    }

    static boolean isPage(SimulatedRequest request, String listing) {
        return request.rawPath().equals("/v1.0/" + listing + "/delta");
    }

    @Override
    public void close() {
        stage.close();
    }
}
