using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Registration;

/// <summary>Why a reviewer decided so; public, and shown to the park word for word.</summary>
public sealed record Explanation([Required, StringLength(4000, MinimumLength = 2)] string Reasons);
