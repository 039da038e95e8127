package dev.roster.console;

import dev.roster.store.DatabaseFile;
import dev.roster.store.ServiceFile;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Writes down beside the embedded database where this service answers, as long as it runs. */
final class LocalService {

    private static final Logger LOG = LoggerFactory.getLogger(LocalService.class);

    private final Environment environment;
    private final LocalToken token;
    private final Optional<Path> folder;

    // Mutable state, set once the service answers.
    private @Nullable ServiceFile written;

    LocalService(Environment environment, LocalToken token) {
        this.environment = environment;
        this.token = token;
        this.folder = DatabaseFile.folder(environment.getProperty("spring.datasource.url"));
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void write() {
        String port = environment.getProperty("local.server.port");
        if (folder.isEmpty() || port == null) {
            return;
        }
        ServiceFile file = new ServiceFile(
                url(port), token.value(), ProcessHandle.current().pid());
        try {
            file.write(folder.get());
            written = file;
        } catch (IOException e) {
            LOG.warn("service.json could not be written; commands will not find this service", e);
        }
    }

    private URI url(String port) {
        boolean tls = environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && (environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.certificate"));
        return URI.create((tls ? "https://" : "http://") + host() + ":" + port
                + environment.getProperty("server.servlet.context-path", ""));
    }

    /** An address that stands for all is no place to send a request to. */
    private String host() {
        String address = environment.getProperty("server.address", "127.0.0.1");
        if (address.isBlank() || address.equals("0.0.0.0") || address.equals("::")) {
            return "127.0.0.1";
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    @PreDestroy
    synchronized void delete() {
        if (folder.isPresent() && written != null) {
            try {
                written.delete(folder.get());
            } catch (IOException e) {
                LOG.warn("service.json could not be removed; commands see that nobody answers there", e);
            }
        }
    }
}
