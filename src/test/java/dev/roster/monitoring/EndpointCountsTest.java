package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.ManagementStatisticsLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class EndpointCountsTest {

    @Test
    void requestsToOneProductDoNotWaitForThoseToAnotherToBeCounted() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getManagementStrategy().getManagementAgent().setStatisticsLevel(ManagementStatisticsLevel.Extended);
            camel.start();
            assertThat(camel.getRuntimeEndpointRegistry().isEnabled()).isTrue();
            new EndpointCounts().afterApplicationStart(camel);
            assertThat(camel.getRuntimeEndpointRegistry().isEnabled()).isFalse();
        }
    }
}
