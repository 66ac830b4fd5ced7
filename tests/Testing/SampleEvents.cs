using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Testing;

/// <summary>One event of each type with every member filled, always the same: what a shape test needs.</summary>
public static class SampleEvents
{
    public static DomainEvent Of(Type type) =>
        (DomainEvent)JsonSerializer.Deserialize(Value(type), type, RegistryJson.Events)!;

    private static JsonNode Value(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type.IsEnum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0]),
            _ when type == typeof(string) => "text",
            _ when type == typeof(decimal) => "1.5",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) || type == typeof(long) => 7,
            _ when type == typeof(Guid) => "00000000-0000-4000-8000-000000000001",
            _ when type == typeof(DateOnly) => "2026-01-31",
            _ when type == typeof(DateTimeOffset) => "2026-01-31T08:30:00+00:00",
            _ when type == typeof(JsonElement) => new JsonObject { ["any"] = "thing" },
            _ => Whole(RegistryJson.Events.GetTypeInfo(type))
        };
    }

    private static JsonNode Whole(JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Enumerable => new JsonArray(Value(info.ElementType!)),
        JsonTypeInfoKind.Dictionary => new JsonObject { [(string?)Value(info.KeyType!) ?? "key"] = Value(info.ElementType!) },
        JsonTypeInfoKind.Object => new JsonObject(info.Properties
            .Where(p => p.Set is not null || p.AssociatedParameter is not null).Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Value(p.PropertyType)))),
        _ => throw new InvalidOperationException($"No sample is known for {info.Type.Name}.")
    };
}
