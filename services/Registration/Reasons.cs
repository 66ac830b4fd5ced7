using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PilotRegistry.Registration;

/// <summary>Why a reviewer decided so; public, and shown to the park word for word.</summary>
public sealed record Reasons([Required, StringLength(4000, MinimumLength = 2)] [property: JsonPropertyName("reasons")] string Text);
