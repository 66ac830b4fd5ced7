using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Messaging;

/// <summary>How this service and its sidecar speak; section <c>Dapr</c>. In Kubernetes daprd is the sidecar, elsewhere the service itself.</summary>
public sealed class DaprOptions
{
    /// <summary>Where events are published, e.g. <c>http://127.0.0.1:3500</c>.</summary>
    [Required(ErrorMessage = "Set Dapr__HttpEndpoint to the address of the sidecar."), Url]
    public required string HttpEndpoint { get; init; }

    /// <summary>What the service shows to the sidecar (Dapr's <c>DAPR_API_TOKEN</c>).</summary>
    [Required(ErrorMessage = "Set Dapr__ApiToken to the token that the sidecar asks for."), MinLength(16)]
    public required string ApiToken { get; init; }

    /// <summary>What the sidecar shows to the service (Dapr's <c>APP_API_TOKEN</c>).</summary>
    [Required(ErrorMessage = "Set Dapr__AppToken to the token that the sidecar shows."), MinLength(16)]
    public required string AppToken { get; init; }
}

/// <summary>Section <c>Messaging</c>: makes the service its own sidecar.</summary>
public sealed class SidecarOptions
{
    /// <summary>App id → base address of every service that may subscribe. Empty where daprd is the sidecar.</summary>
    public Dictionary<string, string> Subscribers { get; init; } = [];

    /// <summary>How often a subscriber may refuse an event before it becomes a dead letter.</summary>
    [Range(1, 1000)]
    public int MostAttempts { get; init; } = 20;
}
