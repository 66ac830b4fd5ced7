using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>What every service says for good of a command whose answer was never heard.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class SettleCommandTests(WorkflowsService service)
{
    [Fact]
    public async Task A_command_that_was_not_recorded_never_will_be()
    {
        var key = $"k-{Guid.NewGuid():N}";
        var command = StableId.Of("command", Persona.Operator.Id, "", key);
        Assert.Equal("False", await SettleAsync(command));
        Assert.Equal("False", await SettleAsync(command));
        var database = service.Of<EventDatabase>();
        var late = new Store(database, WorkflowsService.Operator, TimeProvider.System, new(command, TimeProvider.System.GetUtcNow()));
        var outcome = await late.StartAsync(DefinitionState.Stream, Guid.CreateVersion7(), _ => new DefinitionPublished("p", null, new string('0', 64), TimeProvider.System.GetUtcNow()));
        Assert.Equal("command-withdrawn", Assert.IsType<Outcome.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task A_command_that_was_recorded_is_known_with_its_version()
    {
        var command = await RecordAsync();
        Assert.Equal("True", await SettleAsync(command));
    }

    [Fact]
    public async Task It_is_known_by_its_events_when_the_keys_of_that_day_are_long_forgotten()
    {
        var command = await RecordAsync();
        await Store.ForgetCommandsAsync(service.Of<EventDatabase>(), DateTimeOffset.MaxValue);
        Assert.Equal("True", await SettleAsync(command));
        Assert.Equal("True", await SettleAsync(command));
    }

    private async Task<Guid> RecordAsync()
    {
        var command = Guid.CreateVersion7();
        var store = new Store(service.Of<EventDatabase>(), WorkflowsService.Operator with { Causation = $"{command}" }, TimeProvider.System, new(command, TimeProvider.System.GetUtcNow()));
        await store.StartAsync(DefinitionState.Stream, Guid.CreateVersion7(), _ => new DefinitionPublished("p", null, new string('0', 64), TimeProvider.System.GetUtcNow()));
        return command;
    }

    private async Task<string> SettleAsync(Guid command)
    {
        using var answer = await service.As(Persona.Registry).PostAsync($"/commands/{command}/settlement", null);
        Assert.Equal("200", await answer.VerdictAsync());
        return (await answer.BodyAsync()).Line("done");
    }
}
