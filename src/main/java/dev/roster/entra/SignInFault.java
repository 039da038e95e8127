package dev.roster.entra;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which Entra refuses an application, by its AADSTS codes, each with what helps. */
enum SignInFault {
    WRONG_SECRET(
            7000215,
            "The client secret is wrong. Often the secret's id was pasted instead of its value; the value is shown only"
                    + " once, when the secret is made."),
    SECRET_EXPIRED(7000222, "The client secret has expired. Make a new one in the app registration and set it."),
    APPLICATION_NOT_FOUND(
            700016,
            "No application with this client-id is in this tenant. Compare client-id and tenant-id with the app"
                    + " registration."),
    TENANT_NOT_FOUND(
            90002, "There is no such tenant in this cloud. Check tenant-id, and login-url for a national cloud."),
    WRONG_SCOPE(70011, "The scope does not fit the cloud. Check that login-url and graph-url belong together."),
    ASSERTION_UNKNOWN(
            700027,
            "Entra does not know the certificate. Upload it to the app registration, and check that it belongs to"
                    + " the private key."),
    ASSERTION_OUT_OF_TIME(700024, "The signed assertion is outside its time. Check this machine's clock."),
    FEDERATION_UNKNOWN(
            70021,
            "No federated credential of the application matches the token. Compare its issuer, subject and"
                    + " audience with the app registration."),
    FEDERATION_SUBJECT(
            700213,
            "No federated credential of the application matches the token's subject. Compare it with the app"
                    + " registration."),
    CONDITIONAL_ACCESS(53003, "A Conditional Access policy of the tenant blocks the application. Ask who keeps it."),
    TENANT_POLICY(530032, "A security policy of the tenant blocks the application. Ask who keeps it."),
    LOOP(50196, "Entra takes the requests for a loop and blocks them for a while. Wait some minutes.");

    private final int code;
    private final String mend;

    SignInFault(int code, String mend) {
        this.code = code;
        this.mend = mend;
    }

    static Optional<SignInFault> of(int code) {
        return Arrays.stream(values()).filter(fault -> fault.code == code).findFirst();
    }

    /** What to do about it, for the administrator. */
    String mend() {
        return mend;
    }
}
