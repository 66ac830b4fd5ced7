using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PilotRegistry.EventStore;

/// <summary>
/// The stored names of a service's events and how older shapes are read. Stored events are never edited: a changed shape
/// is lifted on reading, a changed meaning is a new event.
/// </summary>
public sealed class EventCatalogue
{
    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<Type, string> aliases = [];
    private readonly Dictionary<string, Upcast> upcasts = [];

    /// <param name="json">How event bodies are written and read.</param>
    /// <param name="assemblies">Where events marked <see cref="StoredAsAttribute"/> are declared.</param>
    public EventCatalogue(JsonSerializerOptions json, params Assembly[] assemblies)
    {
        Json = json;
        var declared = assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract);
        foreach (var type in declared)
        {
            var alias = type.GetCustomAttribute<StoredAsAttribute>()?.Alias
                ?? throw new InvalidOperationException($"{type.Name} has no stored name: mark it [StoredAs(\"…\")].");
            if (!types.TryAdd(alias, type))
            {
                throw new InvalidOperationException($"{type.Name} and {types[alias].Name} have the same stored name '{alias}'.");
            }

            aliases.Add(type, alias);
        }
    }

    public JsonSerializerOptions Json { get; }

    /// <summary>Every event type with its stored name, by name.</summary>
    public IEnumerable<KeyValuePair<string, Type>> All => types.OrderBy(t => t.Key, StringComparer.Ordinal);

    /// <summary>
    /// Reads events stored as <paramref name="from"/> as if they had been stored as <paramref name="to"/>, which is an event of
    /// this program or is itself lifted: name the newest step first.
    /// </summary>
    public EventCatalogue WithUpcast(string from, string to, Func<JsonObject, JsonObject> lift)
    {
        if (types.ContainsKey(from))
        {
            throw new InvalidOperationException($"'{from}' is an event that this program writes; it needs no lifting.");
        }

        if (!types.ContainsKey(to) && !upcasts.ContainsKey(to))
        {
            throw new InvalidOperationException($"'{from}' would be lifted to '{to}', which is neither an event nor lifted itself.");
        }

        upcasts.Add(from, new(to, lift));
        return this;
    }

    /// <summary>Whether this version of the program can read events stored as <paramref name="alias"/>.</summary>
    public bool Knows(string alias) => types.ContainsKey(alias) || upcasts.ContainsKey(alias);

    public string AliasOf(DomainEvent happened) => aliases.TryGetValue(happened.GetType(), out var alias)
        ? alias
        : throw new InvalidOperationException($"{happened.GetType().Name} is not in this service's catalogue.");

    public string Write(DomainEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Json);

    public DomainEvent Read(string alias, string body) => Read(alias, Encoding.UTF8.GetBytes(body));

    /// <param name="body">JSON in UTF-8.</param>
    public DomainEvent Read(string alias, ReadOnlySpan<byte> body)
    {
        while (upcasts.TryGetValue(alias, out var upcast))
        {
            alias = upcast.To;
            body = JsonSerializer.SerializeToUtf8Bytes(upcast.Lift(JsonNode.Parse(body)!.AsObject()), Json);
        }

        return types.TryGetValue(alias, out var type)
            ? (DomainEvent)JsonSerializer.Deserialize(body, type, Json)!
            : throw new InvalidOperationException($"The record holds an event '{alias}' that this version of the program does not know.");
    }

    private sealed record Upcast(string To, Func<JsonObject, JsonObject> Lift);
}
