using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Witness;

/// <summary>What a witness is told; nothing has a default.</summary>
public sealed class WitnessSettings
{
    /// <summary>The file that <c>--new-key</c> wrote; readable by the witness alone.</summary>
    [Required(ErrorMessage = "Set Witness__KeyFile: docs/guides/run-a-witness.md says how.")]
    public string KeyFile { get; init; } = "";

    /// <summary>A policy file (C2SP tlog-policy) whose <c>log</c> lines name the logs to watch.</summary>
    [Required(ErrorMessage = "Set Witness__Policy: docs/guides/run-a-witness.md says how.")]
    public string Policy { get; init; } = "";

    /// <summary>The folder that remembers the last checkpoint of each log. Whoever loses it loses the witness: it must not begin anew.</summary>
    [Required(ErrorMessage = "Set Witness__State: docs/guides/run-a-witness.md says how.")]
    public string State { get; init; } = "";
}
