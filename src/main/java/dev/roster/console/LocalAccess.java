package dev.roster.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** How commands reach the service that runs beside them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class LocalAccess {

    @Bean
    LocalToken localToken() {
        return new LocalToken();
    }

    /** Spring Security applies it to every chain that is built. */
    @Bean
    Customizer<HttpSecurity> acceptLocalToken(LocalToken token) {
        return http -> http.addFilterBefore(new LocalTokenFilter(token), BasicAuthenticationFilter.class);
    }

    @Bean
    LocalService localService(Environment environment, LocalToken token) {
        return new LocalService(environment, token);
    }
}
