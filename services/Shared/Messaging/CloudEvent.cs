using System.Text.Json;
using System.Text.Json.Serialization;

namespace PilotRegistry.Messaging;

/// <summary>
/// An event as it travels between services: CloudEvents 1.0 in structured JSON. <c>streamid</c>, <c>sequence</c>,
/// <c>streamtype</c> and <c>actor</c> are our extensions.
/// </summary>
/// <param name="Source">The service that recorded it, e.g. <c>/registration</c>.</param>
/// <param name="Type">The event's stored alias.</param>
/// <param name="Subject">The park it concerns.</param>
/// <param name="Sequence">1, 2, 3 … over the published events of its stream.</param>
/// <param name="Actor">The role of who acted; never the person.</param>
public sealed record CloudEvent(
    [property: JsonPropertyOrder(1)] Guid Id,
    [property: JsonPropertyOrder(1)] string Source,
    [property: JsonPropertyOrder(1)] string Type,
    [property: JsonPropertyOrder(1)] DateTimeOffset Time,
    [property: JsonPropertyOrder(1)] Guid Subject,
    [property: JsonPropertyOrder(2), JsonPropertyName("streamid")] Guid StreamId,
    [property: JsonPropertyOrder(2), JsonPropertyName("streamtype")] string StreamType,
    [property: JsonPropertyOrder(2), JsonPropertyName("sequence")] long Sequence,
    [property: JsonPropertyOrder(2), JsonPropertyName("actor")] string Actor,
    [property: JsonPropertyOrder(3)] JsonElement Data)
{
    public const string MediaType = "application/cloudevents+json";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new Moment() },
    };

    [JsonPropertyOrder(0), JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    [JsonPropertyOrder(2), JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what a sidecar delivers; attributes that it adds (trace, topic) are passed over.</summary>
    /// <exception cref="JsonException">It is not a CloudEvent of this registry.</exception>
    public static CloudEvent Parse(string json) =>
        JsonSerializer.Deserialize<CloudEvent>(json, Form) is { SpecVersion: "1.0", Sequence: > 0 } read
            ? read
            : throw new JsonException("Not a CloudEvent 1.0 with a sequence.");

    /// <summary>RFC 3339 in UTC, to the millisecond.</summary>
    private sealed class Moment : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
    }
}
