package dev.roster.monitoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.ModelMBean;
import javax.management.modelmbean.ModelMBeanAttributeInfo;
import javax.management.modelmbean.ModelMBeanConstructorInfo;
import javax.management.modelmbean.ModelMBeanInfo;
import javax.management.modelmbean.ModelMBeanInfoSupport;
import javax.management.modelmbean.ModelMBeanNotificationInfo;
import javax.management.modelmbean.ModelMBeanOperationInfo;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedInstance;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.CamelContextCustomizer;
import org.apache.camel.support.management.DefaultManagementMBeanAssembler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * MBeans of one kind share the descriptions of their attributes and operations. Camel makes them anew for each route and
 * step: 85 MB for 2,500 MBeans, which is a sixth of a heap of 512 MB, and the collector goes through them again and again.
 *
 * <p>None is written to later: the JDK keeps what an MBean returns in its description only if that says for how long
 * ({@code currencyTimeLimit}), and Camel's never do.
 */
@Component
class SharedDescriptions implements CamelContextCustomizer {

    @Override
    public void configure(CamelContext camel) {
        camel.getCamelContextExtension().setManagementMBeanAssembler(new Assembler(camel));
    }

    /** @param own the class of the step or component itself, where it has more to show than Camel has */
    private record Kind(Class<?> camels, @Nullable Class<?> own) {

        static Kind of(Object managed) {
            Object own = managed instanceof ManagedInstance instance ? instance.getInstance() : null;
            if (own == null || !own.getClass().isAnnotationPresent(ManagedResource.class)) {
                return new Kind(managed.getClass(), null);
            }
            return new Kind(managed.getClass(), own.getClass());
        }
    }

    private static final class Assembler extends DefaultManagementMBeanAssembler {

        private final Map<Kind, ModelMBeanInfo> described = new ConcurrentHashMap<>();

        Assembler(CamelContext camel) {
            super(camel);
        }

        @Override
        public @Nullable ModelMBean assemble(MBeanServer server, Object managed, ObjectName name) throws JMException {
            ModelMBean mbean = super.assemble(server, managed, name);
            if (mbean != null) {
                ModelMBeanInfo own = (ModelMBeanInfo) mbean.getMBeanInfo();
                mbean.setModelMBeanInfo(like(described.computeIfAbsent(Kind.of(managed), first -> own), own));
            }
            return mbean;
        }

        /** What an MBean is called and what it tells on its own stay its own. */
        private static ModelMBeanInfo like(ModelMBeanInfo first, ModelMBeanInfo own) throws JMException {
            return new ModelMBeanInfoSupport(
                    own.getClassName(),
                    own.getDescription(),
                    (ModelMBeanAttributeInfo[]) first.getAttributes(),
                    (ModelMBeanConstructorInfo[]) first.getConstructors(),
                    (ModelMBeanOperationInfo[]) first.getOperations(),
                    (ModelMBeanNotificationInfo[]) own.getNotifications(),
                    own.getMBeanDescriptor());
        }
    }
}
