package dev.roster.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteLintTest {

    private static List<RouteFault> faults(String text, String... allowed) {
        return new RouteLint(List.of(allowed)).check(Map.of("own.camel.yaml", text));
    }

    /** A route whose only steps are these, indented by eight, from line 7. */
    private static String route(String steps) {
        return """
                - route:
                    id: own
                    description: Of the operator's own.
                    from:
                      uri: direct:own
                      steps:
                """ + steps.indent(8);
    }

    @Test
    void theShippedRoutesPass() {
        assertThat(new RouteLint(List.of()).check(new RouteFolder(Path.of("routes")).texts()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - toD: "direct:${body}"                                                    | toD
            - toD: {uri: "direct:${body}"}                                             | toD
            - toD: {uri: "${body}", allowedSchemes: direct}                            | toD
            - toD: {uri: "https://h/${body}", allowedSchemes: "direct,https"}          | toD
            - toD: {uri: "direct:${body}", allowedSchemes: "direct,https"}             | toD
            - recipientList: {expression: {simple: {expression: "${body}"}}}           | recipientList
            - routingSlip: {expression: {simple: {expression: "${body}"}}}             | routingSlip
            - dynamicRouter: {expression: {simple: {expression: "${body}"}}}           | dynamicRouter
            - enrich: {expression: {simple: {expression: "direct:${body}"}}}           | enrich
            - pollEnrich: {expression: {simple: {expression: "seda:${body}"}}}         | pollEnrich
            - pollEnrich: {expression: {constant: {expression: "file:inbox"}}}         | 'file:'
            - enrich: {constant: "https://elsewhere"}                                  | 'https:'
            - wireTap: {uri: "direct:${body}"}                                         | wireTap
            - to: {uri: "https://elsewhere/"}                                          | 'https:'
            - to: "http://elsewhere/"                                                  | 'http:'
            - to: {uri: "file:out"}                                                    | 'file:'
            - to: {uri: "exec:ls"}                                                     | 'exec:'
            - to: {uri: "language:simple:x"}                                           | 'language:'
            - to: {uri: "controlbus:language:simple"}                                  | 'controlbus:'
            - to: {uri: "{{somewhere}}"}                                               | not to be seen
            - to: {uri: "{{kind}}:x"}                                                  | not to be seen
            - to: {uri: "di{{rect}}:x"}                                                | 'di{{rect}}:'
            - to: {}                                                                   | no address
            - poll: {uri: "file:inbox"}                                                | 'file:'
            - saga: {compensation: "https://elsewhere", steps: []}                     | 'https:'
            - script: {expression: {groovy: {expression: "1"}}}                        | a script (script)
            - setBody: {expression: {groovy: {expression: "1"}}}                       | a script (groovy)
            - setBody: {groovy: "1"}                                                   | a script (groovy)
            - filter: {expression: {mvel: {expression: "1"}}, steps: []}               | a script (mvel)
            - filter: {expression: {ognl: {expression: "1"}}, steps: []}               | a script (ognl)
            - filter: {expression: {spel: {expression: "1"}}, steps: []}               | a script (spel)
            - setBody: {expression: {language: {language: groovy, expression: "1"}}}   | a script (language)
            - setBody: {expression: {joor: {expression: "1"}}}                         | a script (joor)
            - setBody: {expression: {js: {expression: "1"}}}                           | a script (js)
            - setBody: {expression: {python: {expression: "1"}}}                       | a script (python)
            - setHeader: {name: CamelHttpUri, expression: {simple: {expression: x}}}   | 'CamelHttpUri'
            - setHeader: {name: cAmElHttpPath, expression: {simple: {expression: x}}}  | 'cAmElHttpPath'
            - setHeader: {name: "{{name}}", expression: {simple: {expression: x}}}     | '{{name}}'
            - setHeaders: {headers: [{name: CamelHttpQuery, expression: {}}]}          | 'CamelHttpQuery'
            - setVariable: {name: "header:CamelHttpUri", expression: {}}               | 'header:CamelHttpUri'
            - setBody: {expression: {simple: {expression: "${setHeader(x,y)}"}}}       | sets a header
            - setBody: {expression: {constant: {expression: "{{acme.client-secret}}"}}} | a secret
            - setBody: {expression: {constant: {expression: "{{JIRA_TOKEN}}"}}}        | a secret
            - setBody: {expression: {constant: {expression: "{{env:DB_PASSWORD:x}}"}}} | a secret
            - setBody: {expression: {constant: {expression: "{{hashicorp:kv:x}}"}}}    | a secret
            - setBody: {expression: {simple: {expression: "${env.JIRA_TOKEN}"}}}       | a secret
            - setBody: {expression: {simple: {expression: "${properties:a.password}"}}} | a secret
            - setBody: {expression: {simple: {expression: "${variable.target.settings.token.reveal}"}}} | a secret
            - to: {uri: "sql:select 1", parameters: {dataSource: "{{db.password}}"}}   | a secret
            """)
    void eachRuleIsBrokenByAFile(String step, String problem) {
        List<RouteFault> faults = faults(route(step));
        assertThat(faults).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("own.camel.yaml");
            assertThat(fault.line()).isEqualTo(7);
            assertThat(fault.mend()).isNotBlank();
        });
        assertThat(faults.get(0).problem()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- toD: {uri: \"direct:${variable.target.id}-write\", allowedSchemes: direct}",
                "- to: {uri: \"seda:later\"}",
                "- to: direct:other",
                "- to: {uri: \"sql:classpath:sql/own.sql\"}",
                "- to: {uri: \"log:own\"}",
                "- to: {uri: \"controlbus:route\", parameters: {routeId: other, action: stop}}",
                "- wireTap: {uri: direct:audit}",
                "- enrich: {expression: {constant: {expression: direct:more}}}",
                "- setHeader: {name: Content-Type, expression: {constant: {expression: text/plain}}}",
                "- setBody: {expression: {constant: {expression: \"{{own.greeting:hello}}\"}}}",
                "- to: {uri: \"sql:select 1\", parameters: {script: none, language: none}}",
                "- bean: {ref: own, method: \"count(${body})\"}"
            })
    void whatIsHarmlessPasses(String step) {
        assertThat(faults(route(step))).isEmpty();
    }

    @Test
    void anInnerStepIsFoundAtItsOwnLine() {
        List<RouteFault> faults = faults(route("""
                - choice:
                    when:
                      - expression:
                          simple:
                            expression: "${body} != null"
                        steps:
                          - split:
                              expression:
                                simple:
                                  expression: "${body}"
                              steps:
                                - to:
                                    uri: exec:ls
                """));
        assertThat(faults).extracting(RouteFault::line).containsExactly(19);
    }

    /** By {@code roster.routes-allow}. */
    @Test
    void theSettingsMayAllowFurtherComponents() {
        assertThat(faults(route("- to: {uri: \"file:out\"}"), "file")).isEmpty();
        String remote = "- to: {uri: \"https://hook.example\", parameters: {skipRequestHeaders: true%s}}";
        assertThat(faults(route(remote.formatted(", skipResponseHeaders: true")), "https"))
                .isEmpty();
        assertThat(faults(route(remote.formatted("")), "https"))
                .singleElement()
                .extracting(RouteFault::problem)
                .asString()
                .contains("skipResponseHeaders");
        assertThat(faults(route("- to: \"https://hook.example\""), "https")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - route: {description: x, from: {uri: "direct:a", steps: []}}                        | no id
            - route: {id: a, from: {uri: "direct:a", steps: []}}                                 | no description
            - route: {id: a, description: " ", from: {uri: "direct:a", steps: []}}               | no description
            - route: {id: myRoute, description: x, from: {uri: "direct:a", steps: []}}           | 'myRoute'
            - route: {id: a--b, description: x, from: {uri: "direct:a", steps: []}}              | 'a--b'
            - routeTemplate: {id: a, route: {from: {uri: "direct:a", steps: []}}}                | no description
            - routeConfiguration: {description: x}                                               | no id
            - routeConfiguration: {id: a}                                                        | no description
            - templatedRoute: {routeTemplateRef: pages}                                          | no id
            - route: {id: a, description: x, from: {uri: "netty:tcp://h", steps: []}}            | 'netty:'
            - from: {uri: "direct:a", steps: []}                                                 | at the top of a file
            - rest: {}                                                                           | at the top of a file
            - routeConfiguration: {id: a, description: x, errorHandler: {deadLetterChannel: {deadLetterUri: "file:x"}}} | 'file:'
            - beans: [{name: a, type: x.Y, script: "1"}]                                         | a script
            - beans: [{name: a, type: x.Y, properties: {password: "{{db.password}}"}}]           | a secret
            """)
    void whatStandsAtTheTopHasItsRulesToo(String text, String problem) {
        assertThat(faults(text))
                .singleElement()
                .extracting(RouteFault::problem)
                .asString()
                .contains(problem);
    }

    @Test
    void aNameStandsForOneThing() {
        List<RouteFault> faults =
                new RouteLint(List.of()).check(Map.of("a.camel.yaml", route(""), "b.camel.yaml", route("")));
        assertThat(faults)
                .singleElement()
                .extracting(RouteFault::problem)
                .asString()
                .contains("'own'", "line 2");
    }

    private static final String TEMPLATE = """
            - routeTemplate:
                id: own-template
                parameters:
                  - name: keep
                  - name: what
                    defaultValue: nothing
                route:
                  description: Of the operator's own.
                  from:
                    uri: "direct:own-{{what}}"
                    steps:
                      - to:
                          uri: "{{keep}}"
            - templatedRoute:
                routeTemplateRef: own-template
                routeId: own
                parameters:
                  - name: what
                    value: "https is only a word here: x"
                  - name: keep
                    value: %s
            """;

    @Test
    void whatATemplateIsGivenAsAnAddressIsCheckedWhereItIsGiven() {
        assertThat(faults(TEMPLATE.formatted("direct:other"))).isEmpty();
        assertThat(faults(TEMPLATE.formatted("https://elsewhere")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.problem()).contains("'https'");
                    assertThat(fault.line()).isEqualTo(20);
                });
    }

    @Test
    void theDoorToAServiceKeepsHeadersToo() {
        String door = """
                - routeTemplate:
                    id: service
                    parameters:
                      - name: url
                    route:
                      description: The door.
                      from:
                        uri: "direct:service"
                        steps:
                          - to:
                              uri: "{{url}}"
                              parameters:
                                skipRequestHeaders: true
                                skipResponseHeaders: %s
                """;
        assertThat(faults(door.formatted("true"))).isEmpty();
        assertThat(faults(door.formatted("false"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                    | it is empty
            - route: [                            | no YAML
            - a: b: c                             | no YAML
            route: {id: a}                        | not a list
            - route: &r {id: a}                   | an anchor
            - route: {id: a, id: b}               | twice
            """)
    void whatCannotBeReadIsAFaultOfItsFile(String text, String problem) {
        assertThat(faults(text))
                .singleElement()
                .extracting(RouteFault::problem)
                .asString()
                .contains(problem);
    }
}
