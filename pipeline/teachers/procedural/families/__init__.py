"""The task families that come with Gristmill, one a module, each with a class `TaskFamily`."""
