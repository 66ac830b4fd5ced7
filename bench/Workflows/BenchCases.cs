using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Host;
using PilotRegistry.WorkingDays;
using Command = PilotRegistry.Workflows.Engine.Command;
using Migration = PilotRegistry.EventStore.Migration;

namespace PilotRegistry.Bench.Workflows;

/// <summary>The host's parts on a fresh database, serving as its serving role, with the drawings that the bench plays.</summary>
internal sealed class BenchCases : IAsyncDisposable
{
    public const string Five = "five-tasks", Waiting = "waiting", Timed = "timed", Signed = "signed", Message = "bench-told", Park = "0198c0de-0000-7000-8000-000000000002";

    public const int Tasks = 5;

    public static readonly Envelope Reviewer = new("0198c0de-0000-7000-8000-000000000001", "province", "CompleteTask", "4bf92f3577b34da6a3ce929d0e0e4736");

    private static readonly Variables Results = Variables.Of([("outcome", FeelValue.Of("complete"))]);

    private BenchCases(TestDatabase server)
    {
        Server = server;
        Database = Open(server.Serving);
        Releases = new(Database);
        Instances = new(Database, Releases, new Calendars(), TimeProvider.System);
    }

    public TestDatabase Server { get; }

    public EventDatabase Database { get; }

    public Releases Releases { get; }

    public Instances Instances { get; }

    public static async Task<BenchCases> CreateAsync()
    {
        var server = await TestDatabase.CreateAsync("workflows");
        await DatabaseRoles.EnsureAsync(server.Admin, server.Owner, server.Serving, "workflows");
        await using var owned = Open(server.Owner);
        await Migration.RunAsync(owned, new NpgsqlConnectionStringBuilder(server.Serving).Username!, [typeof(ServiceIdentity).Assembly, typeof(InstanceState).Assembly]);
        return await OnAsync(server);
    }

    /// <summary>On a database that the host brought up to date.</summary>
    public static async Task<BenchCases> OnAsync(TestDatabase server)
    {
        var cases = new BenchCases(server);
        foreach (var drawing in new[] { Drawn(Five, Steps()), Drawn(Waiting, Catch), Drawn(Timed, Timer), Drawn(Signed, Signers) })
        {
            var read = BpmnReader.Read(drawing);
            if (!read.Succeeded) throw new InvalidOperationException(string.Join("; ", read.Problems));
            await new Publishing(cases.Database, TimeProvider.System).PublishAsync(read.File, null, DateTimeOffset.UnixEpoch, Reviewer, default);
        }

        return cases;
    }

    public async Task<ProcessState> StartAsync(string process, Guid id, params (string Name, FeelValue Value)[] variables)
    {
        var facts = Variables.Of([("park", FeelValue.Of(Park)), ("province", FeelValue.Of("320000")), ("key", FeelValue.Of($"{id}")), .. variables]);
        var turned = await Instances.StartAsync(new Command.Start(id, process, facts, $"{id}"), "320000", Reviewer);
        return turned.Refusal is null ? turned.State.Process : throw new InvalidOperationException(turned.Refusal.Message);
    }

    /// <summary>Completes the instance's next task. Where it stands then.</summary>
    public async Task<ProcessState> CompleteAsync(ProcessState state)
    {
        var turned = await Instances.TakeAsync(state.Instance, new Command.CompleteTask(state.Tasks.Keys.First(), Results), Reviewer);
        return turned.Refusal is null ? turned.State.Process : throw new InvalidOperationException(turned.Refusal.Message);
    }

    /// <summary>From the start to the end.</summary>
    public async Task PlayAsync()
    {
        var state = await StartAsync(Five, Guid.CreateVersion7());
        for (var task = 0; task < Tasks; task++) state = await CompleteAsync(state);
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server.Owner) { SearchPath = "workflows", Pooling = false, CommandTimeout = 1800 }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static EventDatabase Open(string connectionString)
    {
        var seals = new EventSeals("workflows");
        Seals.Of(seals);
        return new(EventDatabase.Connect(connectionString, "workflows"), new EventCatalogue(RegistryJson.Events, typeof(InstanceState).Assembly, typeof(ParkEvent).Assembly, typeof(LeafFields).Assembly))
        {
            Seal = seals.Write,
        };
    }

    private static string Steps() => string.Concat(Enumerable.Range(1, Tasks).Select(n =>
        $"""<userTask id="t{n}"><extensionElements><z:userTask/><z:formDefinition formKey="review"/><z:assignmentDefinition candidateGroups="province"/></extensionElements></userTask>"""))
        + Flows(["start", .. Enumerable.Range(1, Tasks).Select(n => $"t{n}"), "end"]);

    private static string Catch => """<intermediateCatchEvent id="told"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>""" + Flows(["start", "told", "end"]);

    private static string Timer => """<intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>=wait</timeDuration></timerEventDefinition></intermediateCatchEvent>""" + Flows(["start", "wait", "end"]);

    private static string Signers =>
        """
        <userTask id="sign"><extensionElements><z:userTask/></extensionElements><multiInstanceLoopCharacteristics><extensionElements>
        <z:loopCharacteristics inputCollection="=signers" inputElement="signer"/></extensionElements></multiInstanceLoopCharacteristics></userTask>
        """ + Flows(["start", "sign", "end"]);

    private static string Flows(IReadOnlyList<string> nodes) => string.Concat(nodes.Zip(nodes.Skip(1), (from, to) => $"<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>"));

    private static string Drawn(string process, string body) =>
        $"""
         <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:z="http://camunda.org/schema/zeebe/1.0" id="d-{process}" targetNamespace="urn:bench">
         <message id="m" name="{Message}"><extensionElements><z:subscription correlationKey="=key"/></extensionElements></message>
         <process id="{process}" isExecutable="true"><startEvent id="start"/>{body}<endEvent id="end"/></process></definitions>
         """;
}
