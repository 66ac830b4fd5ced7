using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>What every reported line may carry besides its numbers.</summary>
public abstract record Line
{
    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataQuality? Quality { get; init; }

    /// <summary>SHA-256 of the evidence file, 64 lower-case hexadecimal digits.</summary>
    [JsonPropertyOrder(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Sha256]
    public string? Evidence { get; init; }
}
