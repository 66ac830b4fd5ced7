using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class ReportProgressTests(RegistrationService service)
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ReportProgress.Request Begun = new(ProjectState.UnderConstruction, 6_000m, new(2026, 3, 31));
    private static readonly DomainEvent[] Listed = [Fixtures.Started, Fixtures.Projects, Fixtures.Submitted, Fixtures.Recommended, Fixtures.Listed];

    [Fact]
    public void A_listed_park_reports_on_a_project_of_its_table() => Spec.For(ApplicationState.Stream)
        .Given(Listed).When(state => ReportProgress.Decide(state, 1, Begun, Fixtures.Body, Today)).Then(Fixtures.Building);

    [Fact]
    public void The_same_report_is_not_recorded_twice() => Refused(null, Fixtures.Building, Begun);

    [Fact]
    public void Nothing_is_reported_before_the_park_is_listed() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Projects, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => ReportProgress.Decide(state, 1, Begun, Fixtures.Body, Today)).ThenRefused("progress-not-open");

    [Fact]
    public void Nobody_reports_for_anothers_park() => Spec.For(ApplicationState.Stream)
        .Given(Listed).When(state => ReportProgress.Decide(state, 1, Begun, Fixtures.OtherBody, Today)).ThenRefused("not-your-park");

    [Fact]
    public void A_project_that_no_table_names_has_no_progress() => Spec.For(ApplicationState.Stream)
        .Given(Listed).When(state => ReportProgress.Decide(state, 9, Begun, Fixtures.Body, Today)).ThenRefused("key-project-unknown");

    [Fact]
    public void A_report_describes_no_day_to_come()
    {
        Refused("progress-in-future", Fixtures.Building, Begun with { AsOf = Today.AddDays(1) });
        Taken(Fixtures.Building, Begun with { AsOf = Today });
    }

    [Fact]
    public void A_report_does_not_go_back_behind_the_previous_one()
    {
        Refused("progress-before-last", Fixtures.Building, Begun with { AsOf = new(2026, 3, 30), InvestedWanYuan = 7_000m });
        Taken(Fixtures.Building, Begun with { InvestedWanYuan = 7_000m });
    }

    [Fact]
    public void Less_money_than_before_needs_a_note()
    {
        Refused("progress-needs-note", Fixtures.Building, Begun with { InvestedWanYuan = 5_999m });
        Refused("progress-needs-note", Fixtures.Building, Begun with { InvestedWanYuan = 5_999m, Note = "  " });
        Taken(Fixtures.Building, Begun with { InvestedWanYuan = 5_999m, Note = "决算核减。" });
    }

    [Theory]
    [InlineData(ProjectState.UnderConstruction, ProjectState.Planned, true)]
    [InlineData(ProjectState.Commissioned, ProjectState.UnderConstruction, true)]
    [InlineData(ProjectState.Cancelled, ProjectState.UnderConstruction, true)]
    [InlineData(ProjectState.Suspended, ProjectState.UnderConstruction, false)]
    [InlineData(ProjectState.Suspended, ProjectState.Planned, false)]
    [InlineData(ProjectState.UnderConstruction, ProjectState.Commissioned, false)]
    public void A_step_back_needs_a_note_and_going_on_does_not(ProjectState before, ProjectState now, bool needsNote)
    {
        if (needsNote)
        {
            Refused("progress-needs-note", Fixtures.Building with { State = before }, Begun with { State = now });
        }

        Taken(Fixtures.Building with { State = before }, Begun with { State = now, Note = needsNote ? "重新建设。" : null });
    }

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.ListedAsync();
        await service.AssertAsync(
            Command.Post("/applications/{id}/key-projects/1/progress", KeyProjectFiling.Report(), Persona.OfPark), ["park"], filed.Id, filed.Version);
    }

    [Theory]
    [InlineData("suspended", "1", null, "/note note-missing")]
    [InlineData("cancelled", "1", " ", "/note note-missing")]
    [InlineData("planned", "-1", null, "/investedWanYuan out-of-range")]
    [InlineData("planned", "0.00001", null, "/investedWanYuan too-exact")]
    [InlineData("done", "1", null, "/state wrong-type")]
    public async Task What_is_wrong_is_told_at_its_field(string state, string invested, string? note, string error)
    {
        var filed = await service.ListedAsync();
        using var refused = await service.As(Persona.OfPark).SendAsync(
            HttpMethod.Post, $"{filed.Path}/key-projects/1/progress", KeyProjectFiling.Report(state, invested, note: note), filed.Version);
        Assert.Equal([error], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task Every_report_stays_to_be_read_and_other_services_hear_of_it()
    {
        var filed = await service.ReportedAsync(await service.ListedAsync());
        var second = KeyProjectFiling.Report("suspended", "6000", "2026-06-30", "等待核准。");
        Assert.Equal("200", await service.GiveAsync(Persona.OfPark, filed, "key-projects/1/progress", second));
        var read = await service.As(Persona.OfProvince).ReadAsync(filed.Path);
        Assert.Equal(
            ["1 underConstruction 6000 2026-03-31", "1 suspended 6000 2026-06-30"],
            read.GetProperty("progress").EnumerateArray().Select(p => p.Line("number", "state", "investedWanYuan", "asOf")));
        Assert.Equal(
            ["registration.key-project-progressed.v1", "registration.key-project-progressed.v1"],
            (await service.Sidecar.AboutAsync(filed.ParkId, count: 5)).Where(type => type!.Contains("progressed", StringComparison.Ordinal)));
    }

    private static void Taken(KeyProjectProgressed last, ReportProgress.Request report) => Spec.For(ApplicationState.Stream)
        .Given([.. Listed, last]).When(state => ReportProgress.Decide(state, 1, report, Fixtures.Body, Today))
        .Then(new KeyProjectProgressed(Fixtures.Park, 1, Fixtures.Wind.Name, report.State, report.InvestedWanYuan, report.AsOf, report.Said));

    /// <param name="code">Null where nothing is to be recorded.</param>
    private static void Refused(string? code, KeyProjectProgressed last, ReportProgress.Request report)
    {
        var spec = Spec.For(ApplicationState.Stream).Given([.. Listed, last]).When(state => ReportProgress.Decide(state, 1, report, Fixtures.Body, Today));
        if (code is null) spec.ThenNothing();
        else spec.ThenRefused(code);
    }
}
