package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenRolesTest {

    private static String token(String claims) {
        byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".sig";
    }

    @Test
    void showsTheGrantedPermissions() {
        assertThat(TokenRoles.of(token("{\"roles\":[\"User.Read.All\",\"GroupMember.Read.All\"]}")))
                .contains(Set.of("User.Read.All", "GroupMember.Read.All"));
    }

    @Test
    void aTokenWithoutRolesCarriesNoPermission() {
        assertThat(TokenRoles.of(token("{}"))).contains(Set.of());
        assertThat(TokenRoles.of(token("{\"roles\":null}"))).contains(Set.of());
    }

    @Test
    void aTokenThatCannotBeReadSaysNothing() {
        for (String token :
                new String[] {"", "opaque", "a.b", "a.!!.c", token("no json"), token("[]"), token("{} {}")}) {
            assertThat(TokenRoles.of(token)).as(token).isEmpty();
        }
    }
}
