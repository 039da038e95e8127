package dev.roster.reload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/**
 * The beans of the running context, lent to one that only tries routes.
 *
 * <p>Not lent is what a context makes its own: components, which would forget whose they are, and what Camel looks for
 * by type alone, such as listeners of a context's life, or the scheduler.
 */
final class SharedBeans implements BeanRepository {

    private final CamelContext owner;
    private final List<CamelContextAware> lent = new ArrayList<>();

    SharedBeans(CamelContext owner) {
        this.owner = owner;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        return lend(owner.getRegistry().lookupByName(name));
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        return lend(owner.getRegistry().lookupByNameAndType(name, type));
    }

    private <T> @Nullable T lend(@Nullable T bean) {
        if (bean instanceof Component) {
            return null;
        }
        if (bean instanceof CamelContextAware aware && aware.getCamelContext() == owner) {
            lent.add(aware);
        }
        return bean;
    }

    /** Whoever was told of the other context learns again where it belongs. */
    void giveBack() {
        lent.forEach(bean -> bean.setCamelContext(owner));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return isOfContexts(type) ? Map.of() : owner.getRegistry().findByTypeWithName(type);
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return isOfContexts(type) ? Set.of() : owner.getRegistry().findByType(type);
    }

    private static boolean isOfContexts(Class<?> type) {
        return type.getName().startsWith("org.apache.camel.") || type.getName().startsWith("org.quartz.");
    }
}
