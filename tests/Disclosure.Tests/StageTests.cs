using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

public sealed class StageTests
{
    [Fact]
    public void A_submitted_application_is_applied() => Assert.Equal(Stage.Applied, After(new Life().Submitted()));

    [Fact]
    public void A_returned_application_is_still_applied() => Assert.Equal(Stage.Applied, After(new Life().Submitted().Returned()));

    [Fact]
    public void The_province_recommends() => Assert.Equal(Stage.Recommended, After(new Life().Submitted().Returned().Submitted(2).Recommended()));

    [Theory]
    [InlineData("province")]
    [InlineData("national")]
    public void A_refused_application_is_rejected(string by) => Assert.Equal(Stage.Rejected, After(new Life().Submitted().Refused(by)));

    [Fact]
    public void A_refused_park_may_apply_again() => Assert.Equal(Stage.Applied, After(new Life().Submitted().Refused().Submitted(2)));

    [Fact]
    public void The_list_makes_it_listed() => Assert.Equal(Stage.Listed, After(new Life().Submitted().Recommended().Listed()));

    [Fact]
    public void A_published_list_needs_no_application() => Assert.Equal(Stage.Listed, After(new Life().Listed()));

    [Fact]
    public void Asking_for_acceptance_begins_the_self_evaluation() => Assert.Equal(Stage.SelfEvaluation, After(new Life().Listed().Requested()));

    [Fact]
    public void A_passed_self_evaluation_leads_to_acceptance() => Assert.Equal(Stage.Acceptance, After(new Life().Listed().Requested().SelfEvaluated()));

    [Fact]
    public void A_failed_self_evaluation_leads_back_to_building() => Assert.Equal(Stage.Listed, After(new Life().Listed().Requested().SelfEvaluated(passed: false)));

    [Fact]
    public void The_nation_accepts() => Assert.Equal(Stage.Accepted, After(Life.Accepted()));

    [Fact]
    public void A_refused_acceptance_leads_back_to_building() => Assert.Equal(Stage.Listed, After(new Life().Listed().Requested().SelfEvaluated().NotGranted()));

    [Fact]
    public void Reporting_a_year_moves_no_stage() => Assert.Equal(Stage.Listed, After(new Life().Listed().Reported().Engaged().Signed().Disclosed()));

    private static Stage After(Life life) => Histories.Of(life).Stage;
}

internal static class Histories
{
    private static readonly EventCatalogue Catalogue = new(RegistryJson.Events, typeof(ParkEvent).Assembly);

    public static ParkHistory Of(Life life) => new(life.Park, [.. life.All.Select(e => Happening.Of(e, Catalogue)!)]);
}
