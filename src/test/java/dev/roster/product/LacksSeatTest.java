package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.OperationKind;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which refusals mean that the licence is used up. */
class LacksSeatTest {

    private static final Map<String, Product> PRODUCTS =
            Map.of("jira", new Jira(), "confluence", new Confluence(), "bitbucket", new Bitbucket());

    @ParameterizedTest
    @CsvSource({
        "jira, ADD_MEMBER, 400, There are no seats left for the application, true",
        "jira, CREATE_USER, 400, Your license does not allow more users, true",
        "jira, ACTIVATE_USER, 400, licence limit, true",
        "jira, ADD_MEMBER, 400, User is already a member of jira-users, false",
        "jira, REMOVE_MEMBER, 400, no seats left, false",
        "jira, ADD_MEMBER, 403, licence, false",
        "confluence, CREATE_USER, 402, '', true",
        "confluence, CREATE_USER, 403, licence, false",
        "bitbucket, ADD_MEMBER, 403, The licensed user limit has been reached, true",
        "bitbucket, ADD_MEMBER, 403, You may not change this group, false",
        "bitbucket, ADD_MEMBER, 403, LICENSED_USER is required, false",
    })
    void isToldByStatusAndWords(String product, OperationKind kind, int status, String answer, boolean lacks) {
        assertThat(Objects.requireNonNull(PRODUCTS.get(product)).lacksSeat(kind, status, answer))
                .isEqualTo(lacks);
    }
}
