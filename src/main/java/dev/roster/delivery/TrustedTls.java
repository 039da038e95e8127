package dev.roster.delivery;

import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** A TLS context that is there already, in the form in which Camel's components take one. */
public final class TrustedTls extends SSLContextParameters {

    private final SSLContext context;

    public TrustedTls(SSLContext context) {
        this.context = context;
    }

    @Override
    public SSLContext createSSLContext(CamelContext camel) {
        return context;
    }
}
