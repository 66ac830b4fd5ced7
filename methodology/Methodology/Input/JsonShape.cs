using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace PilotRegistry.Methodology;

/// <summary>
/// What JSON must look like to become a type, by the same metadata that will read it: the members of an object, the elements
/// of an array, or a plain value.
/// </summary>
internal sealed class JsonShape
{
    private static readonly ConcurrentDictionary<Type, JsonShape> Known = new();

    public Type Type { get; }
    public JsonTypeInfoKind Kind { get; }
    public Type? ElementType { get; }
    public IReadOnlyDictionary<string, Member> Members { get; }

    private JsonShape(Type type)
    {
        var info = MethodologyJson.Options.GetTypeInfo(type);
        (Type, Kind, ElementType) = (type, info.Kind, info.ElementType);
        Members = info.Properties.ToDictionary(property => property.Name, property => new Member(property));
    }

    public static JsonShape Of(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, plain => new(plain));

    /// <summary>A member of an object, and what its attributes ask of the value.</summary>
    internal sealed class Member(JsonPropertyInfo property)
    {
        public string Name { get; } = property.Name;
        public Type Type { get; } = property.PropertyType;
        public bool Required { get; } = property.IsRequired;
        public bool MayBeNegative { get; } = Attribute<NumberAttribute>(property)?.MayBeNegative ?? false;
        public bool Sha256 { get; } = Attribute<Sha256Attribute>(property) is not null;

        private static T? Attribute<T>(JsonPropertyInfo property) where T : Attribute =>
            (property.AttributeProvider as MemberInfo)?.GetCustomAttribute<T>();
    }
}
