package be.leermeester.kernel;

import com.github.jknack.handlebars.ValueResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a template finds in a model: its public methods without arguments by their own names, so the components of a
/// record. Handlebars' resolver of methods builds a text for every look-up; this one knows the methods of each class.
final class Members implements ValueResolver {

    static final Members INSTANCE = new Members();

    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> methods = new HashMap<>();
            for (Method method : type.getMethods()) {
                if (method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.trySetAccessible()) {
                    methods.put(method.getName(), method);
                }
            }
            return methods;
        }
    };

    private Members() {}

    @Override
    public Object resolve(Object context, String name) {
        Method method = METHODS.get(context.getClass()).get(name);
        if (method == null) {
            return UNRESOLVED;
        }
        try {
            return method.invoke(context);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException(context.getClass() + "." + name, failure);
        }
    }

    @Override
    public Object resolve(Object context) {
        return UNRESOLVED;
    }

    /// Nothing goes through all members of a model.
    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        return Set.of();
    }
}
