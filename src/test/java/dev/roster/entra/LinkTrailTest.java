package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class LinkTrailTest {

    private static URI page(int number) {
        return URI.create("https://graph.microsoft.com/v1.0/users?$skiptoken=" + number);
    }

    @Test
    void goesAsFarAsThePagesDiffer() {
        LinkTrail trail = LinkTrail.start();
        for (int i = 0; i < 2000; i++) {
            trail = trail.then(page(i));
        }
        assertThat(trail.pages()).isEqualTo(2000);
    }

    @Test
    void refusesAPageThatLeadsToItself() {
        LinkTrail trail = LinkTrail.start().then(page(1));

        assertThatThrownBy(() -> trail.then(page(1)))
                .isInstanceOf(PagingLoop.class)
                .hasMessageContaining("1 pages");
    }

    @Test
    void refusesALongWayRoundToTheFirstPage() {
        LinkTrail trail = LinkTrail.start();
        for (int i = 0; i < 500; i++) {
            trail = trail.then(page(i));
        }
        LinkTrail whole = trail;

        assertThatThrownBy(() -> whole.then(page(0))).isInstanceOf(PagingLoop.class);
    }

    @Test
    void aTrailIsNotChangedByWhatIsTriedFromIt() {
        LinkTrail trail = LinkTrail.start().then(page(1));
        trail.then(page(2));

        assertThat(trail.then(page(2)).pages()).isEqualTo(2);
    }
}
