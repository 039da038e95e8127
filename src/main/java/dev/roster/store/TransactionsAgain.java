package dev.roster.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.resilience.retry.SimpleRetryInterceptor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction that the database ends because of another one, as in a deadlock, is done again: nothing of it is there,
 * and it does nothing but store. So is a statement that is a transaction by itself.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TransactionsAgain {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionsAgain.class);
    private static final int TIMES = 5;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor onceMore() {
        ClassFilter ofItsOwn = LockedRuns.class::isAssignableFrom;
        return again(new ComposablePointcut(ofItsOwn)
                .union((Pointcut) AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class)));
    }

    /** Batches are not: where one is no part of a transaction, some of it may be there. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor statementOnceMore() {
        NameMatchMethodPointcut statements = new NameMatchMethodPointcut();
        statements.setMappedName("update");
        statements.setClassFilter(JdbcTemplate.class::isAssignableFrom);
        return again(statements);
    }

    private static Advisor again(Pointcut what) {
        MethodRetrySpec again = new MethodRetrySpec(
                (method, failure) -> isWorthIt(failure),
                TIMES,
                Duration.ofMillis(50),
                Duration.ofMillis(25),
                2,
                Duration.ofSeconds(1));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(what, new SimpleRetryInterceptor(again));
        // Around the transaction, and not within it.
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** A part of a larger transaction, all of which is lost, is not done again by itself. */
    private static boolean isWorthIt(Throwable failure) {
        boolean again = failure instanceof ConcurrencyFailureException
                && !TransactionSynchronizationManager.isActualTransactionActive();
        if (again) {
            LOG.info(
                    "a transaction, or a statement by itself, gave way to another one: {}",
                    failure.getClass().getSimpleName());
        }
        return again;
    }
}
