package dev.roster.bench;

import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.graph.TenantOfSize;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulators in a process of their own, so that what is measured is Roster's alone. It obeys one command a line
 * until its input ends. The first is "serve", with how many people there are and after how many milliseconds it answers;
 * another "serve" begins afresh, in the process that has warmed up.
 */
public final class SimulatorProcess {

    private SimulatorProcess() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String command = commands.readLine();
        while (command != null) {
            command = serve(command.split(" "), commands);
        }
    }

    /**
     * Says which settings lead to it, and obeys.
     *
     * @return the command to begin afresh; null when there are no more
     */
    private static @Nullable String serve(String[] words, BufferedReader commands) throws IOException {
        SimulatedTenant tenant = TenantOfSize.of(Integer.parseInt(words[1]), 7);
        try (Landscape landscape = Landscape.start(tenant)) {
            List<SimulatedServer> servers = new ArrayList<>();
            servers.add(landscape.graph().server());
            landscape.products().forEach(product -> servers.add(product.server()));
            servers.forEach(server -> server.remember(false));
            servers.forEach(server -> server.answerAfter(Duration.ofMillis(Integer.parseInt(words[2]))));
            landscape.settings().forEach((key, value) -> say(key + "=" + value));
            say("OK");
            return obey(landscape, tenant, commands);
        }
    }

    private static @Nullable String obey(Landscape landscape, SimulatedTenant tenant, BufferedReader commands)
            throws IOException {
        int changed = 0;
        String line = commands.readLine();
        while (line != null && !line.startsWith("serve ")) {
            switch (line.split(" ", 2)[0]) {
                case "record" ->
                    landscape.products().forEach(product -> product.server().remember(true));
                case "change" -> TenantOfSize.change(tenant, Integer.parseInt(line.split(" ", 2)[1]), changed++);
                case "save" -> Recording.save(landscape, Path.of(line.split(" ", 2)[1]));
                default -> throw new IllegalArgumentException(line);
            }
            say("OK");
            line = commands.readLine();
        }
        return line;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
