package dev.roster.product;

/**
 * What a product can do at its version.
 *
 * @param deactivate whether an account can be switched off and stay
 * @param rename whether an account's username can be changed
 * @param update whether display name and e-mail can be changed
 * @param emails whether its listing shows e-mail addresses
 * @param fullListing whether its listing of accounts is complete, so that absence from it proves absence
 * @param leads whether people lead things in it that have to be handed over before their accounts can go
 */
public record Capabilities(
        boolean deactivate, boolean rename, boolean update, boolean emails, boolean fullListing, boolean leads) {}
