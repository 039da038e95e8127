package dev.roster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what two targets are known to write to one product. */
class NeighboursPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "https://jira.example.com, https://JIRA.example.com/, true",
        "https://jira.example.com, HTTPS://jira.example.com:443, true",
        "https://jira.example.com/jira, https://jira.example.com/./jira//, true",
        "http://localhost, http://localhost:80, true",
        "https://jira.example.com, https://jira.example.com/jira, false",
        "https://jira.example.com, https://jira.example.com:8443, false",
        "https://jira.example.com, http://jira.example.com, false",
        "https://jira.example.com/Jira, https://jira.example.com/jira, false",
    })
    void spellingsOfOneAddressAreTheSame(URI one, URI other, boolean same) {
        assertThat(Neighbours.place(one).equals(Neighbours.place(other))).isEqualTo(same);
    }
}
