package dev.roster.monitoring;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hawtio's page and files, which the build packs into the jar. */
@Configuration(proxyBeanMethods = false)
class HawtioFiles implements WebMvcConfigurer {
    /** Our hawtconfig.json comes first; the other files are Hawtio's. */
    private static final String OURS = "classpath:/hawtio/";

    private static final String FILES = "classpath:/META-INF/hawtio-static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Names under static/ change with their content; 17 MB need not come again with every page.
        registry.addResourceHandler("/hawtio/static/**")
                .addResourceLocations(FILES + "static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable());
        registry.addResourceHandler("/hawtio/**").addResourceLocations(OURS, FILES);
    }

    // The console's own addresses exist in the browser alone; a reload asks the server for them.
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (String page : new String[] {"", "camel/**", "jmx/**", "preferences/**", "help/**"}) {
            registry.addViewController("/hawtio/" + page).setViewName("forward:/hawtio/index.html");
        }
    }
}
