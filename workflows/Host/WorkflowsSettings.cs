using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Workflows.Host;

/// <summary>Configuration section <c>Workflows</c>.</summary>
public sealed class WorkflowsSettings
{
    /// <summary>The client with which this service asks others what became of a decision.</summary>
    [Required, MinLength(32)]
    public required string ClientSecret { get; init; }
}
