package dev.roster.monitoring;

import dev.roster.settings.Access.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.springframework.stereotype.Component;

/**
 * What may be seen and done over Jolokia: a list of what is allowed, and nothing else.
 *
 * <p>Without a restrictor Jolokia opens every MBean, and the JVM's own ones run foreign code. Its policy file is no
 * alternative: there the first matching pattern counts, so that rules meant to forbid are passed over silently, and it
 * knows no roles.
 */
@Component
final class JolokiaPolicy implements Restrictor {
    private static final Set<RequestType> COMMANDS =
            EnumSet.of(RequestType.READ, RequestType.EXEC, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION);

    // Not the Runtime's SystemProperties, InputArguments and paths: passwords are given that way.
    private static final Set<String> RUNTIME = Set.of(
            "Name",
            "Pid",
            "SpecName",
            "SpecVendor",
            "SpecVersion",
            "StartTime",
            "Uptime",
            "VmName",
            "VmVendor",
            "VmVersion");

    // The only attribute of Camel's that shows a placeholder's value instead of its name.
    private static final String LOG_MESSAGE = "Message";

    private static final Map<String, Set<String>> JVM = Map.of(
            "Runtime", RUNTIME,
            "Memory", Set.of("HeapMemoryUsage", "NonHeapMemoryUsage", "ObjectPendingFinalizationCount"),
            "Threading", Set.of("ThreadCount", "PeakThreadCount", "DaemonThreadCount", "TotalStartedThreadCount"),
            "ClassLoading", Set.of("LoadedClassCount", "TotalLoadedClassCount", "UnloadedClassCount"),
            "GarbageCollector", Set.of("Name", "CollectionCount", "CollectionTime"),
            "OperatingSystem",
                    Set.of(
                            "Name",
                            "Arch",
                            "Version",
                            "AvailableProcessors",
                            "SystemLoadAverage",
                            "ProcessCpuLoad",
                            "SystemCpuLoad",
                            "CpuLoad",
                            "ProcessCpuTime",
                            "TotalPhysicalMemorySize",
                            "FreePhysicalMemorySize",
                            "TotalMemorySize",
                            "FreeMemorySize",
                            "OpenFileDescriptorCount",
                            "MaxFileDescriptorCount"));

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return COMMANDS.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
        if (CamelOperation.DOMAIN.equals(mbean.getDomain())) {
            return !LOG_MESSAGE.equals(attribute) && SignedIn.has(Role.VIEWER);
        }
        return !isObjectNameHidden(mbean) && attributes(mbean).contains(attribute) && SignedIn.has(Role.VIEWER);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName mbean, String operation) {
        return CamelOperation.of(mbean, operation)
                .filter(allowed -> SignedIn.has(allowed.role()))
                .isPresent();
    }

    @Override
    public boolean isObjectNameHidden(ObjectName mbean) {
        return !CamelOperation.DOMAIN.equals(mbean.getDomain())
                && !("java.lang".equals(mbean.getDomain()) && JVM.containsKey(type(mbean)));
    }

    private static Set<String> attributes(ObjectName mbean) {
        return JVM.getOrDefault(type(mbean), Set.of());
    }

    private static String type(ObjectName mbean) {
        String type = mbean.getKeyProperty("type");
        return type == null ? "" : type;
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    // Where requests may come from was decided before they got here.
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    // The second question is whether to answer with CORS headers: never.
    @Override
    public boolean isOriginAllowed(String origin, boolean strict) {
        return strict;
    }

    // Behind a proxy that ends TLS, an https origin arrives over http.
    @Override
    public boolean ignoreScheme() {
        return true;
    }
}
