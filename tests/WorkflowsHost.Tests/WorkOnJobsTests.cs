using Microsoft.Extensions.Logging.Abstractions;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;

namespace PilotRegistry.Workflows.Host;

/// <summary>Jobs are leased, done at least once, tried again later each time, and end in an incident.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class WorkOnJobsTests(WorkflowsService service)
{
    private readonly SettableClock clock = new();

    [Fact]
    public async Task A_worker_does_the_job_and_its_results_are_the_processes()
    {
        var worker = new Worker(job => new(Variables.Of([("sum", FeelValue.Of(job.Variables.Count))])));
        var id = await StartedAsync(worker);
        await RoundAsync(worker);
        var state = (await service.StateAsync(id)).Process;
        Assert.Equal(InstanceStatus.Completed, state.Status);
        Assert.Equal(FeelValue.Of(1m), state.Result.Find("sum"));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_leased_job_is_nobody_elses_until_its_lease_is_over()
    {
        var worker = new Worker(_ => JobResult.Nothing);
        var id = await StartedAsync(worker);
        await service.AsOwnerAsync("update jobs set available_at = $2 where instance = $1", id, clock.GetUtcNow() + WorkOnJobs.Lease);
        await RoundAsync(worker);
        Assert.Empty(worker.Done);
        clock.Advance(WorkOnJobs.Lease + TimeSpan.FromSeconds(1));
        await RoundAsync(worker);
        Assert.Single(worker.Done);
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(id)).Process.Status);
    }

    [Fact]
    public async Task What_fails_is_tried_again_under_the_same_key_and_is_an_incident_at_last()
    {
        var worker = new Worker(_ => throw new InvalidOperationException("The mail server is away."));
        var id = await StartedAsync(worker);
        for (var tries = 0; tries < 3; tries++)
        {
            await RoundAsync(worker);
            clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.Equal(3, worker.Done.Count);
        Assert.Single(worker.Done.Distinct());
        Assert.Equal("job-failed", (await service.StateAsync(id)).Process.Incidents.Values.Single().Code);
        Assert.Equal(1, await service.CountAsync("incidents", id));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_job_may_end_in_an_error_of_the_case()
    {
        var worker = new Worker(_ => new(Variables.None, Error: "no-quota"));
        var id = await StartedAsync(worker, d => d.Error("no-quota").Boundary("none", worker.Type, Parts.Error("no-quota")).End("refused").Paths("none refused"));
        await RoundAsync(worker);
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(id)).Process.Status);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 4)]
    [InlineData(0, 8)]
    public void Each_wait_is_twice_as_long_as_the_one_before(int left, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), WorkOnJobs.WaitAfter(planned: 3, left));

    private async Task<Guid> StartedAsync(Worker worker, Func<Drawing, Drawing>? more = null)
    {
        var id = await service.StartedAsync(
            d => (more ?? (same => same))(d.Start().Service(worker.Type).End().Paths($"start {worker.Type} end")), ("park", FeelValue.Of("ZC-01")));
        clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private async Task RoundAsync(Worker worker)
    {
        using var jobs = new WorkOnJobs(service.Of<EventDatabase>(), service.Instances, [worker], clock, NullLogger<WorkOnJobs>.Instance);
        await jobs.RoundAsync(default);
    }

    private sealed class Worker(Func<Job, JobResult> work) : IJobWorker
    {
        public List<Guid> Done { get; } = [];

        public string Type { get; } = $"j{Guid.NewGuid():N}";

        public Task<JobResult> WorkAsync(Job job, CancellationToken cancel)
        {
            Done.Add(job.Id);
            return Task.FromResult(work(job));
        }
    }
}
