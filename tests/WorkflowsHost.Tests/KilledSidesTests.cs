using System.Diagnostics;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// kill -9 of the host or of the owning service at each step of a completion. Ten seconds after both sides serve again (a second host,
/// or the service started anew) the decision is in both records or in neither, and nobody sees it being recorded any more.
/// </summary>
public sealed class KilledSidesTests(BothSides sides) : IClassFixture<BothSides>, IAsyncLifetime
{
    private const int Seconds = 10;

    private const string Decided = "mt_events for each row when (new.type = 'registration.application-returned.v1')";

    private Process owner = null!;

    public async Task InitializeAsync()
    {
        (sides.Gate.Before, sides.Gate.After) = (null, null);
        owner = await sides.StartOwnerAsync();
    }

    public Task DisposeAsync() => BothSides.KillAsync(owner);

    [Fact]
    public async Task The_host_dies_while_it_notes_that_the_decision_was_asked_for()
    {
        var (application, instance) = await sides.SubmittedAsync();
        await using (await BothSides.HoldAsync(sides.Host, 1301, RecordOf(instance, "completion-requested")))
        {
            await KillHostAsync(instance, () => BothSides.WaitsAsync(sides.Host, 1301));
        }

        await NeitherAsync(application, instance);
    }

    [Fact]
    public async Task The_host_dies_before_the_service_hears_of_it()
    {
        var (application, instance) = await sides.SubmittedAsync();
        sides.Gate.Before = new();
        await KillHostAsync(instance, sides.Gate.Before.ReachedAsync);
        await NeitherAsync(application, instance);
    }

    [Fact]
    public async Task The_host_dies_before_it_hears_that_the_service_recorded_it()
    {
        var (application, instance) = await sides.SubmittedAsync();
        sides.Gate.After = new();
        await KillHostAsync(instance, sides.Gate.After.ReachedAsync);
        await BothAsync(application, instance);
    }

    [Fact]
    public async Task The_host_dies_while_it_notes_that_the_service_recorded_it()
    {
        var (application, instance) = await sides.SubmittedAsync();
        await using (await BothSides.HoldAsync(sides.Host, 1302, RecordOf(instance, "completion-recorded")))
        {
            await KillHostAsync(instance, () => BothSides.WaitsAsync(sides.Host, 1302));
        }

        await BothAsync(application, instance);
    }

    [Fact]
    public async Task The_service_dies_before_it_decides()
    {
        var (application, instance) = await sides.SubmittedAsync();
        sides.Gate.Before = new();
        await KillOwnerAsync(instance, sides.Gate.Before.ReachedAsync, sides.Gate.Before.Open);
        await NeitherAsync(application, instance);
    }

    [Fact]
    public async Task The_service_dies_in_its_transaction_and_the_database_learns_of_it_late()
    {
        var (application, instance) = await sides.SubmittedAsync();
        await using (await BothSides.HoldAsync(sides.Owner, 1303, Decided))
        {
            await KillOwnerAsync(instance, () => BothSides.WaitsAsync(sides.Owner, 1303));
            await NeitherAsync(application, instance);
        }

        await sides.Owner.AsOwnerAsync("drop function wait_1303 cascade");
        await NeitherAsync(application, instance);
    }

    [Fact]
    public async Task The_service_dies_after_its_commit_and_before_its_answer()
    {
        var (application, instance) = await sides.SubmittedAsync();
        await using (await BothSides.HoldAsync(sides.Owner, 1304, "idempotency_keys for each row when (new.status is not null)"))
        {
            await KillOwnerAsync(instance, () => BothSides.WaitsAsync(sides.Owner, 1304));
        }

        await sides.Owner.AsOwnerAsync("drop function wait_1304 cascade");
        await BothAsync(application, instance);
    }

    private static string RecordOf(Guid instance, string what) => $"mt_events for each row when (new.type = 'workflows.{what}.v1' and new.stream_id = '{instance}')";

    private async Task KillHostAsync(Guid instance, Func<Task> reached)
    {
        var (host, http) = await sides.StartHostAsync();
        var lost = DecideAsync(http, instance);
        await reached();
        await BothSides.KillAsync(host);
        await Assert.ThrowsAsync<HttpRequestException>(() => lost);
    }

    private async Task KillOwnerAsync(Guid instance, Func<Task> reached, Action? after = null)
    {
        var deciding = DecideAsync(sides.Host.As(Persona.OfProvince), instance);
        await reached();
        await BothSides.KillAsync(owner);
        after?.Invoke();
        using var answer = await deciding;
        Assert.Equal("202", await answer.VerdictAsync());
        owner = await sides.StartOwnerAsync();
    }

    private async Task BothAsync(Guid application, Guid instance)
    {
        await SettledAsync(instance);
        Assert.Equal((true, "completed"), (await IsReturnedAsync(application), await sides.Host.AsOwnerAsync("select status from instances where id = $1", instance)));
        await LawAsync();
    }

    private async Task NeitherAsync(Guid application, Guid instance)
    {
        await SettledAsync(instance);
        Assert.Equal((false, "running"), (await IsReturnedAsync(application), await sides.Host.AsOwnerAsync("select status from instances where id = $1", instance)));
        await LawAsync();
    }

    private Task SettledAsync(Guid instance) => BothSides.UntilAsync(
        async () => await sides.Host.AsOwnerAsync("select not exists (select from tasks where instance = $1 and command is not null)", instance) is true, Seconds);

    private async Task<bool> IsReturnedAsync(Guid application) =>
        await sides.Owner.AsOwnerAsync("select exists (select from mt_events where stream_id = $1 and type = 'registration.application-returned.v1')", application) is true;

    private Task LawAsync() => ((FoldCheck)sides.Host.Services.GetService(typeof(FoldCheck))!).RunAsync(TextWriter.Null);

    private static Task<HttpResponseMessage> DecideAsync(HttpClient by, Guid instance) =>
        by.CommandAsync($"/tasks/{OpenRows.TaskId(instance, 2)}/completion", new { outcome = "return", reasons = "请补充能源平衡表。" }, version: 1);
}
