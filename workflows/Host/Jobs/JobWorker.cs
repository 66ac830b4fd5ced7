using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Work that a process gives to a program.</summary>
/// <param name="Id">The same whenever the job is tried: what it does is done once under this key.</param>
/// <param name="Variables">What the element sees, the inner scopes before the outer.</param>
public sealed record Job(Guid Id, Guid Instance, int Element, string Type, int Retries, IReadOnlyDictionary<string, string> Headers, string? BusinessKey, Variables Variables)
{
    public string? TextOf(string name) => (Variables.Find(name) as FeelValue.Text)?.Value;

    public Guid? IdOf(string name) => Guid.TryParse(TextOf(name), out var id) ? id : null;
}

/// <summary>How a worker ended a job. A failure that is not the case's own is an exception.</summary>
/// <param name="Error">The code of a BPMN error; null when the work is done.</param>
public sealed record JobResult(Variables Results, string? Error = null, string? Reason = null)
{
    public static readonly JobResult Nothing = new(Variables.None);
}

/// <summary>Does the jobs of one type. It may be asked twice for the same job.</summary>
public interface IJobWorker
{
    /// <summary>As the drawing names it.</summary>
    string Type { get; }

    Task<JobResult> WorkAsync(Job job, CancellationToken cancel);
}
