import { SetMetadata } from '@nestjs/common';

export const WITHOUT_POST = 'patravali:without-post';

/** Needs a session but no post: what a person does for themselves. */
export const WithoutPost = () => SetMetadata(WITHOUT_POST, true);
