package dev.roster.demo.product;

import dev.roster.demo.SimulatedServer;
import java.net.URI;
import java.util.NoSuchElementException;

/** What the three simulated products have in common. */
public abstract class SimulatedProduct implements AutoCloseable {

    /** The name of the administrator that is there from the start. */
    public static final String ADMIN = "admin";

    /** Its password. */
    public static final String PASSWORD = "admin-password";

    /** Its token. In Bitbucket a token is good for no administration. */
    public static final String TOKEN = "admin-token";

    private final RunningProduct running;

    SimulatedProduct(RunningProduct running) {
        this.running = running;
    }

    /** Remembers requests and plays faults. */
    public final SimulatedServer server() {
        return running.server();
    }

    /** Where clients reach the product, with its context path and without a trailing slash. */
    public final URI url() {
        return running.url();
    }

    /** Its users and groups, and what clients have done to them. */
    public final SimulatedDirectory directory() {
        return running.directory();
    }

    /** What can be turned on. */
    public final ProductSwitches switches() {
        return running.switches();
    }

    /** Makes the product accept one more token; the account may be any. */
    public final void acceptToken(String token, String user) {
        running.credentials().token(token, user);
    }

    /** Makes the product accept a password for an account. */
    public final void acceptPassword(String user, String password) {
        running.credentials().password(user, password);
    }

    @Override
    public final void close() {
        server().close();
    }

    final SimulatedAccount account(String name) {
        return directory().account(name).orElseThrow(() -> new NoSuchElementException(name));
    }
}
