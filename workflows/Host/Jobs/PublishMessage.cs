using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Sends a message from one process to others: header <c>message</c>, variable <c>key</c>; it carries whom the case is about.</summary>
public sealed class PublishMessage(Postbox postbox, TimeProvider clock) : IJobWorker
{
    private static readonly string[] Carried = ["park", "province", "organisation", "name", "demo", "year", "cause"];

    public string Type => "publish-message";

    public async Task<JobResult> WorkAsync(Job job, CancellationToken cancel)
    {
        var carried = Variables.Of(Carried.Where(job.Variables.Has).Select(name => (name, job.Variables.Find(name)!)));
        var key = job.TextOf("key") ?? throw new InvalidOperationException($"The drawing gives {job.Headers["message"]} no key.");
        await postbox.PublishAsync(new(job.Id.ToString(), job.Headers["message"], key, carried.With("case", FeelValue.Of(job.TextOf("park")))), clock.GetUtcNow(), cancel: cancel);
        return JobResult.Nothing;
    }
}
