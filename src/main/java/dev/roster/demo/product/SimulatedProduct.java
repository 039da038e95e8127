package dev.roster.demo.product;

import dev.roster.demo.SimulatedServer;
import java.net.URI;

/** What the three simulated products have in common. */
public interface SimulatedProduct extends AutoCloseable {

    /** The name of the administrator that is there from the start. */
    String ADMIN = "admin";

    /** Its password. */
    String PASSWORD = "admin-password";

    /** Its token. In Bitbucket a token is good for no administration. */
    String TOKEN = "admin-token";

    /** Remembers requests and plays faults. */
    SimulatedServer server();

    /** Where clients reach the product, with its context path and without a trailing slash. */
    URI url();

    /** Its users and groups, and what clients have done to them. */
    SimulatedDirectory directory();

    /** What can be turned on. */
    ProductSwitches switches();

    /** Makes the product accept one more token; the account may be any. */
    void acceptToken(String token, String user);

    /** Makes the product accept a password for an account. */
    void acceptPassword(String user, String password);

    @Override
    void close();
}
