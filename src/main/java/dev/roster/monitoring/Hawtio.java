package dev.roster.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Hawtio's console asks its server, and shows it Jolokia under its own address.
 *
 * <p>Hawtio's part for Spring Boot does not run on Spring Boot 4, so only its static page is used.
 */
@Controller
@RequestMapping("/hawtio")
class Hawtio {
    private final JsonMapper json;

    Hawtio(JsonMapper json) {
        this.json = json;
    }

    @GetMapping("")
    String home() {
        return "redirect:/hawtio/";
    }

    @GetMapping(path = "/user", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String user(Principal user) {
        return json.writeValueAsString(user.getName());
    }

    // HTTP Basic knows no end of a session; being asked again makes a browser forget what it knew.
    @GetMapping("/auth/logout")
    ResponseEntity<Void> logout() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Roster\", charset=\"UTF-8\"")
                .build();
    }

    @GetMapping({"/plugin", "/preset-connections"})
    @ResponseBody
    List<Object> none() {
        return List.of();
    }

    @GetMapping({"/proxy/enabled", "/keycloak/enabled"})
    @ResponseBody
    boolean off() {
        return false;
    }

    @GetMapping({"/auth/config", "/auth/config/login", "/auth/config/oidc", "/auth/config/session-timeout"})
    @ResponseBody
    Map<String, Object> unset() {
        return Map.of();
    }

    @RequestMapping(
            path = {"/jolokia", "/jolokia/**"},
            method = {RequestMethod.GET, RequestMethod.POST})
    String jolokia(HttpServletRequest request) {
        return "forward:/actuator" + request.getRequestURI().substring("/hawtio".length());
    }
}
