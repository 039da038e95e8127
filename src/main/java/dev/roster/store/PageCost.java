package dev.roster.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Tells PostgreSQL that a page out of order costs hardly more than one in order, as in memory and on solid disks. Its
 * default, four times as much, is of disks that turn: with it, it finds the accounts of three thousand people by going
 * through those of all targets (228 ms among 300,000), and not by their keys (29 ms).
 *
 * <p>Whoever gives a statement for new connections ({@code spring.datasource.hikari.connection-init-sql}) decides
 * themselves.
 */
@Component
class PageCost implements BeanPostProcessor {

    private static final String NEARLY_THE_SAME = "set random_page_cost = 1.1";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")
                && pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql(NEARLY_THE_SAME);
        }
        return bean;
    }
}
