using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>One running registration service for all HTTP tests; each test makes its own applications.</summary>
public sealed class RegistrationService() : ServiceUnderTest<Program>("registration");

[CollectionDefinition(nameof(RegistrationService))]
public sealed class RegistrationServiceTests : ICollectionFixture<RegistrationService>;
